docker build -q -t app:1 . >/dev/null
### list
docker images
### digests
docker images --digests --no-trunc --format '{{.Repository}} {{.Tag}} {{.Digest}} {{.ID}} {{.Size}}'
### inspect
docker image inspect app:1 | grep -v '"Size": '
### same
test "$(docker image inspect -f '{{.Id}}' app:1)" = "$(docker image inspect -f '{{.Descriptor.Digest}}' app:1)" && echo id is the manifest
docker image inspect -f '{{.RepoDigests}}' app:1 | grep -c "$(docker images -q app:1)"
### history
docker history app:1
docker history --no-trunc --human=false --format '{{.CreatedBy}}|{{.Size}}|{{.Comment}}' app:1
### run
docker run --rm app:1
