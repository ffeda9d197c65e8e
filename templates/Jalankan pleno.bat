@echo off
rem Klik dua kali untuk memeriksa naskah di folder input dan membuat hasilnya di folder output.
chcp 65001 >nul
cd /d "%~dp0"
set "PLENO=pleno"
where pleno >nul 2>nul || set "PLENO=py -m pipeline"
%PLENO% run
set "HASIL=%errorlevel%"
if "%HASIL%"=="0" start "" "output\laporan-selisih.html"
if "%HASIL%"=="3" start "" "output\laporan-selisih.html"
echo.
pause
exit /b %HASIL%
