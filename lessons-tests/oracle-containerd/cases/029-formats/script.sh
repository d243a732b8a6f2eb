docker build -q -t f:1 . >/dev/null
docker tag f:1 g:2
### json
docker images --format json f
docker images --format '{{json .}}' f
### table
docker images --format 'table {{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.Size}}' g
docker images --format '{{.VirtualSize}} {{.SharedSize}} {{.UniqueSize}} {{.Containers}} {{.Digest}}' g
docker images --no-trunc -q f
docker images --format raw f
docker images --format 'table {{.ID}}' --digests g
