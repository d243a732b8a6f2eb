docker build -q -t f:1 . >/dev/null
docker tag f:1 g:2
### json
docker images --format json f
docker images --format '{{json .}}' g
docker images --format '{{json .Repository}} {{json .Tag}}' f
### table
docker images --format 'table {{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.Size}}' g
docker images --format 'table {{.ID}}' --digests g
docker images --format 'table {{.Repository}} {{.Digest}}' g
docker images --format table f
docker images --format table -q f
docker images --format raw f
docker images --format raw --digests f
docker images --format raw -q f
### fields
docker images --format '{{.VirtualSize}} {{.SharedSize}} {{.UniqueSize}} {{.Containers}} {{.Digest}}' g
docker images --format '{{.CreatedSince}}|{{.CreatedAt}}' busybox
docker images --no-trunc --format '{{.ID}}' f
docker images --no-trunc -q f
docker images -aq | wc -l
### bad
docker images --format '{{.Nope}}'
docker images --format '{{'
docker images --format '{{upper .Tag}}' f
docker images --format '{{.Size | printf "%10s"}}' f
docker images --format '' f
