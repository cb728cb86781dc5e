; The Windows installer, by Inno Setup 6: iscc packaging\windows\fbrecon.iss
; Signing: `iscc /DSignTool=…` with a sign tool named "fbrecon" set up in Inno Setup.
#define Name "fbrecon"
#define Version "0.1.0"

[Setup]
; Never change this: it is how a newer installer finds the older program.
AppId={{7B0B6E2C-4C57-4E0D-9E0B-5B1C7B6B3D51}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The fbrecon developers
; For this person only, without an administrator; a company's administrator may choose all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\fbrecon
DefaultGroupName=fbrecon
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\build\dist
OutputBaseFilename=fbrecon-{#Version}-setup
SetupIconFile=..\..\build\icons\fbrecon.ico
UninstallDisplayIcon={app}\fbrecon-window.exe
LicenseFile=..\..\LICENSE
Compression=lzma2
SolidCompression=yes
CloseApplications=yes
#ifdef SignTool
SignTool=fbrecon
SignedUninstaller=yes
#endif

[Tasks]
Name: "login"; Description: "Start fbrecon at login"; Flags: unchecked
Name: "path"; Description: "Add the fbrecon command to the PATH"; Flags: unchecked

[Files]
Source: "..\..\build\dist\fbrecon\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\fbrecon"; Filename: "{app}\fbrecon-window.exe"

[Registry]
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "fbrecon"; ValueData: """{app}\fbrecon-window.exe"" gui"; Flags: uninsdeletevalue; Tasks: login
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsNotOnPath

[Run]
Filename: "{app}\fbrecon-window.exe"; Description: "Start fbrecon"; Flags: nowait postinstall skipifsilent

[Code]
function IsNotOnPath(): Boolean;
var
  Path: string;
begin
  Result := not RegQueryStringValue(HKCU, 'Environment', 'Path', Path)
    or (Pos(Lowercase(ExpandConstant('{app}')), Lowercase(Path)) = 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and not UninstallSilent() then
    MsgBox('fbrecon is removed.' + #13#10#13#10 + 'Your company files and backups stay in'
      + #13#10 + ExpandConstant('{localappdata}\fbrecon') + #13#10
      + 'and the key of the vault in Windows'' Credential Manager. Delete both if you no longer need them.',
      mbInformation, MB_OK);
end;
