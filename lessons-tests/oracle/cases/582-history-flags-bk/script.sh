docker build -q -t h:1 . >/dev/null
### table
docker history h:1
docker history --no-trunc h:1
docker history -H=false h:1
docker history --human=false --no-trunc --format 'table {{.CreatedBy}}\t{{.Size}}' h:1
docker history -q h:1 | wc -l
docker history -q --no-trunc h:1 | cut -c1-7
### formats
docker history --format '{{.ID}}|{{.CreatedBy}}|{{.Size}}|{{.Comment}}' h:1
docker history --format json h:1
docker history --format '{{.CreatedSince}} {{.CreatedAt}}' h:1
docker history --format table h:1
docker history --format '{{.Nope}}' h:1
docker history --format '{{' h:1
### platform
docker history --platform linux/amd64 -q h:1 | wc -l
docker history --platform linux/arm64 h:1
docker history --platform bad/x/y/z h:1
docker history --platform '' -q h:1 | wc -l
### errors
docker history
docker history nope
docker history h:1 h:2
docker image history $(docker images -q h:1) -q | wc -l
