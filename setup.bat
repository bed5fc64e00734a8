@echo off
rem Double-click this file: it installs Brochure in this folder and puts its icon on the desktop.
setlocal
cd /d "%~dp0"
set "PY=python"
where py >nul 2>nul && set "PY=py -3"
%PY% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul || goto nopython
echo Installing Brochure. This takes a minute or two.
if not exist ".venv\Scripts\python.exe" (
  %PY% -m venv .venv || goto failed
)
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check ".[desk,import]" || goto failed
".venv\Scripts\python.exe" -m brochure desk --shortcut . || goto failed
start "" ".venv\Scripts\pythonw.exe" -m brochure desk .
exit /b 0

:nopython
echo Brochure needs Python 3.11 or newer. Install it from https://www.python.org/downloads/
echo Tick "Add python.exe to PATH" there. Then double-click this file again.
pause
exit /b 2

:failed
echo Brochure could not be installed. The lines above say why.
pause
exit /b 1
