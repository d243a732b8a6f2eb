docker build -q -t app:1 . >../id
### list
docker images --digests
### inspect
docker image inspect app:1 | grep -v '"Size": '
### quiet-is-config
grep -c "$(docker images -q --no-trunc app:1)" ../id
### history
docker history app:1
docker history --no-trunc --human=false --format '{{.CreatedBy}}|{{.Size}}|{{.Comment}}' app:1
