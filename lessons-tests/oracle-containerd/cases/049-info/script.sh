### driver
docker info --format '{{.Driver}} {{json .DriverStatus}} {{.Images}}'
docker info | grep -A2 'Storage Driver'
docker tag busybox b:1
docker info --format '{{.Images}}'
