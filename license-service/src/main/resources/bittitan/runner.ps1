# Runs BitTitan's cmdlets for Caravan: one JSON request a line on standard input, one JSON reply a line on standard
# output, in order. For Windows PowerShell 5.1 with BitTitan's module. Nothing but replies may reach standard output.
#
#   {"id":"1","hello":{"username":"...","password":"...","environment":"BT"}}
#   {"id":"2","cmdlet":"Get-MW_Mailbox","ticket":"mw","parameters":{"ConnectorId":"...","RetrieveAll":true}}
#
# Text of a request becomes the value of a bound parameter, never a part of a script.

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$WarningPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'
$VerbosePreference = 'SilentlyContinue'
$InformationPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

# Without this, 5.1 writes some lists as objects with a count.
Remove-TypeData System.Array -ErrorAction SilentlyContinue

$utf8 = New-Object System.Text.UTF8Encoding($false)
$requests = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), $utf8)
$replies = New-Object System.IO.StreamWriter([Console]::OpenStandardOutput(), $utf8)
$replies.AutoFlush = $true
$replies.NewLine = "`n"

# <allowed>
$allowed = @(
    'Get-BT_Workgroup',
    'Get-BT_Customer', 'Add-BT_Customer', 'Remove-BT_Customer',
    'Get-BT_Endpoint', 'Add-BT_Endpoint', 'Remove-BT_Endpoint',
    'Get-BT_CustomerEndUser', 'Add-BT_CustomerEndUser',
    'Get-BT_ProductSkuId', 'Add-BT_Subscription',
    'Get-MW_LicensePack',
    'Get-MW_MailboxConnector', 'Add-MW_MailboxConnector', 'Remove-MW_MailboxConnector',
    'Get-MW_Mailbox', 'Add-MW_Mailbox', 'Remove-MW_Mailbox',
    'Get-MW_MailboxMigration', 'Add-MW_MailboxMigration', 'Set-MW_MailboxMigration',
    'Get-MW_MailboxStat', 'Get-MW_MailboxError'
)
# </allowed>

# What an object parameter of a Set- cmdlet is read again with.
$readers = @{
    'mailboxmigration' = 'Get-MW_MailboxMigration'
}

$configurations = @(
    'ManagementProxy.ManagementService.ExchangeConfiguration',
    'MigrationProxy.WebApi.ExchangeConfiguration'
)

$secretProperties = @('AdministrativePassword', 'ModernAuthClientSecret', 'ExportPassword', 'ImportPassword')

# Both services want the user whose ticket it is; no reply tells that.
$ownedByUser = @('Add-MW_MailboxConnector', 'Add-MW_MailboxMigration')

$state = @{ Credential = $null; Environment = 'BT'; Module = $null; Tickets = @{} }

function Fail([string] $kind, [string] $message) {
    $failure = New-Object System.Exception($message)
    $failure.Data['kind'] = $kind
    throw $failure
}

function Import-Sdk {
    if ($state.Module) { return }
    $module = Get-Module -ListAvailable -Name 'BitTitanManagement' | Sort-Object Version -Descending | Select-Object -First 1
    $source = if ($module) { $module.Path } else {
        @("${env:ProgramFiles(x86)}\BitTitan\BitTitan PowerShell\BitTitanPowerShell.dll",
          "$env:ProgramFiles\BitTitan\BitTitan PowerShell\BitTitanPowerShell.dll") |
            Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
    }
    if (-not $source) { Fail 'MODULE_MISSING' 'neither BitTitanManagement nor BitTitanPowerShell.dll is installed' }
    $state.Module = [string] (Import-Module $source -PassThru | Select-Object -First 1).Version
}

function Get-Ticket([string] $scope) {
    if (-not $state.Credential) { Fail 'AUTH' 'nobody has said hello' }
    if ($state.Tickets.ContainsKey($scope)) { return $state.Tickets[$scope] }
    $kind, $id = $scope -split ':', 2
    $ticket = switch -CaseSensitive ($kind) {
        'bt' { Get-BT_Ticket -Credentials $state.Credential -ServiceType BitTitan -Environment $state.Environment }
        'mw' { Get-MW_Ticket -Credentials $state.Credential -Environment $state.Environment }
        'workgroup' {
            $all = Get-Ticket 'bt'
            $workgroup = Get-BT_Workgroup -Ticket $all -Environment $state.Environment -Id ([Guid] $id)
            if (-not $workgroup) { Fail 'NOT_FOUND' "no workgroup $id" }
            Get-BT_Ticket -Ticket $all -OrganizationId $workgroup.WorkgroupOrganizationId -WorkgroupId $workgroup.Id
        }
        'customer' { Get-BT_Ticket -Ticket (Get-Ticket 'bt') -OrganizationId ([Guid] $id) }
        default { Fail 'VALIDATION' "no ticket is called $scope" }
    }
    if (-not $ticket) { Fail 'AUTH' "no ticket for $kind" }
    $state.Tickets[$scope] = $ticket
    return $ticket
}

function ConvertTo-Argument([string] $name, $value, [string] $cmdlet, $ticket) {
    if ($value -is [System.Management.Automation.PSCustomObject]) {
        $properties = @($value.PSObject.Properties)
        $type = @($properties | Where-Object { $_.Name -ceq '@type' } | ForEach-Object { $_.Value })
        if ($type.Count -eq 1) {
            if ($configurations -cnotcontains $type[0]) { Fail 'VALIDATION' "${name}: no such type may be made" }
            $made = New-Object -TypeName $type[0]
            foreach ($property in $properties) {
                if ($property.Name -ceq '@type') { continue }
                if (-not $made.PSObject.Properties[$property.Name]) {
                    Fail 'VALIDATION' "${name}: this version of the module knows no $($property.Name)"
                }
                $made.($property.Name) = $property.Value
            }
            return $made
        }
        if ($cmdlet -clike 'Set-*' -and $readers.ContainsKey($name) -and $value.PSObject.Properties['Id']) {
            $found = @(& $readers[$name] -Ticket $ticket -Environment $state.Environment -Id ([Guid] $value.Id) -ErrorAction Stop)
            if ($found.Count -ne 1) { Fail 'NOT_FOUND' "no $name $($value.Id)" }
            return $found[0]
        }
        Fail 'VALIDATION' "${name}: is no configuration and names no object"
    }
    # Newer versions of ConvertFrom-Json make dates of texts by themselves; 5.1 leaves them, and binding reads them as
    # local time.
    if ($value -is [string] -and $value -cmatch '^\d{4}-\d\d-\d\dT[\d:.]+Z$') {
        return [DateTime]::Parse($value, [Globalization.CultureInfo]::InvariantCulture,
            [Globalization.DateTimeStyles]::AdjustToUniversal -bor [Globalization.DateTimeStyles]::AssumeUniversal)
    }
    return $value
}

# Enums as words, dates as UTC, guids as text; what is secret does not come back.
function ConvertTo-Plain($value, [int] $depth) {
    if ($null -eq $value -or $value -is [string] -or $value -is [bool]) { return $value }
    if ($value -is [Enum] -or $value -is [Guid] -or $value -is [Uri] -or $value -is [TimeSpan] -or $value -is [Version]) {
        return [string] $value
    }
    if ($value -is [DateTime]) {
        # BitTitan speaks UTC, also where it does not say so.
        if ($value.Kind -eq [DateTimeKind]::Unspecified) { $value = [DateTime]::SpecifyKind($value, [DateTimeKind]::Utc) }
        return $value.ToUniversalTime().ToString('o', [Globalization.CultureInfo]::InvariantCulture)
    }
    if ($value -is [ValueType]) { return $value }
    if ($depth -le 0) { return $null }
    if ($value -is [System.Collections.IDictionary]) {
        $plain = @{}
        foreach ($key in $value.Keys) { $plain[[string] $key] = ConvertTo-Plain $value[$key] ($depth - 1) }
        return $plain
    }
    if ($value -is [System.Collections.IEnumerable]) {
        $list = New-Object System.Collections.ArrayList
        foreach ($one in $value) { [void] $list.Add((ConvertTo-Plain $one ($depth - 1))) }
        return ,$list.ToArray()
    }
    $plain = @{}
    foreach ($property in $value.PSObject.Properties) {
        if (-not $property.IsGettable -or $secretProperties -ccontains $property.Name) { continue }
        $plain[$property.Name] = ConvertTo-Plain $property.Value ($depth - 1)
    }
    return $plain
}

function Invoke-Hello($hello) {
    if (-not $hello.username -or -not $hello.password) { Fail 'VALIDATION' 'hello: username and password are needed' }
    Import-Sdk
    $password = ConvertTo-SecureString -String $hello.password -AsPlainText -Force
    $state.Credential = New-Object System.Management.Automation.PSCredential($hello.username, $password)
    if ($hello.PSObject.Properties['environment'] -and $hello.environment) { $state.Environment = [string] $hello.environment }
    $state.Tickets = @{}
    try {
        [void] (Get-Ticket 'bt')
        $ticket = Get-Ticket 'mw'
    } catch {
        if (-not $_.Exception.Data['kind']) { $_.Exception.Data['kind'] = 'AUTH' }
        throw
    }
    return @{ module = $state.Module; expires = (ConvertTo-Plain $ticket.ExpirationDate 1) }
}

function Invoke-Cmdlet($request) {
    $cmdlet = [string] $request.cmdlet
    if ($allowed -cnotcontains $cmdlet) { Fail 'VALIDATION' "the cmdlet $cmdlet may not be run" }
    $ticket = Get-Ticket ([string] $request.ticket)
    $arguments = @{}
    if ($request.PSObject.Properties['parameters'] -and $request.parameters) {
        foreach ($property in $request.parameters.PSObject.Properties) {
            $arguments[$property.Name] = ConvertTo-Argument $property.Name $property.Value $cmdlet $ticket
        }
    }
    if ($ownedByUser -ccontains $cmdlet -and -not $arguments.ContainsKey('UserId')) {
        $arguments['UserId'] = (Get-Ticket 'mw').UserId
    }
    $arguments['Ticket'] = $ticket
    $arguments['Environment'] = $state.Environment
    $arguments['ErrorAction'] = 'Stop'
    $results = New-Object System.Collections.ArrayList
    foreach ($one in @(& $cmdlet @arguments)) {
        if ($null -ne $one) { [void] $results.Add((ConvertTo-Plain $one 6)) }
    }
    return ,$results.ToArray()
}

function Get-Kind($failure) {
    $exception = $failure.Exception
    if ($exception.Data['kind']) { return [string] $exception.Data['kind'] }
    if ($exception -is [System.Management.Automation.ParameterBindingException]) { return 'VALIDATION' }
    switch -Regex ($exception.Message) {
        'ticket.*(expired|invalid)|unauthori[sz]ed|credentials|access.*denied' { return 'AUTH' }
        'too many|throttl|\b429\b' { return 'THROTTLED' }
        'not found|does not exist|could not find' { return 'NOT_FOUND' }
        'already exists|duplicate|conflict|concurren' { return 'CONFLICT' }
        'invalid|required|must ' { return 'VALIDATION' }
        default { return 'REMOTE' }
    }
}

while ($null -ne ($line = $requests.ReadLine())) {
    if (-not $line.Trim()) { continue }
    $reply = @{ id = ''; ok = $false }
    $cmdlet = 'hello'
    try {
        $request = ConvertFrom-Json -InputObject $line
        $reply.id = [string] $request.id
        if ($request.PSObject.Properties['hello']) {
            $reply.data = Invoke-Hello $request.hello
        } else {
            $cmdlet = [string] $request.cmdlet
            $reply.data = Invoke-Cmdlet $request
        }
        $reply.ok = $true
    } catch {
        $kind = Get-Kind $_
        # A ticket that is not taken any more is not kept, so that the next hello brings new ones.
        if ($kind -ceq 'AUTH') { $state.Tickets = @{} }
        $reply.Remove('data')
        $reply.error = @{
            kind = $kind
            message = [string] $_.Exception.Message
            type = $_.Exception.GetType().FullName
            cmdlet = $cmdlet
        }
    }
    $replies.WriteLine((ConvertTo-Json -InputObject $reply -Depth 8 -Compress))
}
