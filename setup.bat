@echo off
rem Double-click this file: it installs Brochure in this folder and puts its icon on the desktop.
setlocal
set "HERE=%~dp0"
if "%HERE:~0,2%"=="\\" goto network
cd /d "%~dp0" || goto failed
if not exist "pyproject.toml" goto zipped
set "NEW=import sys; sys.exit(sys.version_info < (3, 11))"
set "PY="
for %%P in ("py -3" "python" "python3") do if not defined PY %%~P -c "%NEW%" >nul 2>nul && set "PY=%%~P"
if not defined PY goto nopython
echo Installing Brochure. This takes a minute or two, and needs the internet this once.
if not exist ".venv\Scripts\python.exe" goto make
".venv\Scripts\python.exe" -c "import pip; %NEW%" >nul 2>nul && goto install
:make
%PY% -m venv --clear .venv || goto failed
:install
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check ".[desk,import]" || goto failed
".venv\Scripts\python.exe" -m brochure desk --shortcut . || goto failed
start "" ".venv\Scripts\pythonw.exe" -m brochure desk .
exit /b 0

:nopython
echo Brochure needs Python 3.11 or newer. Install it from https://www.python.org/downloads/
echo Tick "Add python.exe to PATH" there. Then double-click this file again.
pause
exit /b 2

:zipped
echo This file has to lie in the folder of Brochure. If that came as a zip, right-click the zip,
echo choose "Extract All", and double-click setup.bat in the folder that comes of it.
pause
exit /b 2

:network
echo Brochure cannot be installed in a folder of another computer. Copy its folder onto this
echo computer, and double-click setup.bat there.
pause
exit /b 2

:failed
echo Brochure could not be installed. The lines above say why.
pause
exit /b 1
