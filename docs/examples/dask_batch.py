"""Every handout for every clinic on a cluster whose workers see the same folders."""

from pathlib import Path

from distributed import Client

from brochure import Options, combinations, run_batch

if __name__ == "__main__":  # worker processes import this file, too
    contents = sorted(Path("handouts").glob("*.yaml"))
    clinics = sorted(Path("clinics").glob("*.yaml"))
    with Client(n_workers=2, dashboard_address=None) as client:  # or Client("tcp://scheduler:8786")
        jobs = combinations(contents, clinics, [Options(), Options(format="large-print")])
        report = run_batch(jobs, Path("output"), client.get_executor())
    print(len(report.done), "made, exit code", report.code)
