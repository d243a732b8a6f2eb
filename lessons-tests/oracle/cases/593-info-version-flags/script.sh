### info
docker info --format '{{.Driver}} {{.ServerVersion}} {{.OSType}} {{.Images}}' | sed 's/+[^ ]*//'
docker info -f '{{json .DriverStatus}}' | cut -c1-22
docker system info --format '{{.Nope}}'
docker info --format '{{'
docker info extra
### version
docker version -f '{{.Client.Version}}' | sed 's/+.*//'
docker version --format '{{.Server.Os}}/{{.Server.Arch}} {{.Client.Context}}'
docker version --format '{{.Nope}}'
docker version --format '{{'
docker version extra
docker version -f '{{json .Client.Os}}'
