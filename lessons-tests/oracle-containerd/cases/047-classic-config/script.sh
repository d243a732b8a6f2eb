docker build -q -t t:1 . >/dev/null
### config
docker image inspect -f '{{json .Config}}' t:1
docker image inspect -f '{{.Author}}|{{.Comment}}|{{.DockerVersion}}|{{.Architecture}}|{{.Os}}' t:1
docker history --no-trunc --format '{{.CreatedBy}}|{{.Comment}}' t:1
docker save t:1 -o ../t.tar
tar xOf ../t.tar manifest.json | tr ',' '\n' | wc -l
