#!/bin/sh
# Double-click this file: it installs Brochure in this folder and puts its icon on the desktop.
cd "$(dirname "$0")" || exit 1

for python in python3 python3.14 python3.13 python3.12 python3.11; do
  "$python" -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && break
  python=
done
if [ -z "$python" ]; then
  echo "Brochure needs Python 3.11 or newer. Install it from https://www.python.org/downloads/"
  echo "Then double-click this file again."
  exit 2
fi

failed() {
  echo "Brochure could not be installed. The lines above say why."
  exit 1
}

new="import pip, sys; sys.exit(sys.version_info < (3, 11))"
echo "Installing Brochure. This takes a minute or two, and needs the internet this once."
.venv/bin/python -c "$new" 2>/dev/null || "$python" -m venv --clear .venv || failed
.venv/bin/python -m pip install --quiet --disable-pip-version-check ".[desk,import]" || failed
.venv/bin/python -m brochure desk --shortcut . || failed
exec .venv/bin/python -m brochure desk .
