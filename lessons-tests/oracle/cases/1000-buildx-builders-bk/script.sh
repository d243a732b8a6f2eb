e() { sed 's|unix://[^ ]*|ENDPOINT|; s,v[0-9.]*+unknown,VERSION,; s,v0.25.2,VERSION,; s| (+[0-9]*)||; s|linux/.*|PLATFORMS|'; }
docker buildx create --name one
docker buildx create --name two --use --platform linux/arm64,linux/amd64
docker buildx ls | e
docker buildx inspect two | e
docker buildx inspect one | e
docker buildx ls --format '{{.Name}} {{.DriverEndpoint}} {{.Status}}' | e
### use
docker buildx use one; echo $?
docker buildx ls | e | grep '\*'
docker buildx use default; echo $?
docker buildx ls | e | grep '\*'
docker buildx use nosuch 2>&1 | sed "s|open .*instances|open I|"
docker buildx --builder nosuch ls | e | grep '\*'
BUILDX_BUILDER=two docker buildx ls | e | grep '\*'
### inspect
docker buildx inspect nosuch
docker buildx inspect one two
docker buildx inspect default | head -2
docker buildx inspect --builder two | head -1
### rm
docker buildx rm nosuch
docker buildx rm one; docker buildx rm two; docker buildx rm nosuch
docker buildx rm default
docker buildx rm
docker buildx ls | e
### current removed
docker buildx create --name three --use
docker buildx rm three
docker buildx ls | e | grep '\*'
docker buildx create --name four --use; docker buildx rm
docker buildx rm --all-inactive five
docker buildx rm --all-inactive -f
