docker create --name cc busybox true >/dev/null
docker export -o ../c.tar cc
### flags
docker import -c 'CMD ["echo","hi"]' -c 'ENV A=1' --change 'LABEL k=v' -c 'EXPOSE 80' -c 'USER 5' -c 'WORKDIR /w' -c 'VOLUME /v' -m 'my message' ../c.tar i:1 | cut -c1-7
docker image inspect -f '{{.Comment}}|{{json .Config}}|{{.Parent}}' i:1
docker history --format '{{.CreatedBy}}|{{.Comment}}|{{.Size}}' i:1
### stdin
docker import - i:2 < ../c.tar | cut -c1-7
cat ../c.tar | docker import -m m - | cut -c1-7
docker image inspect -f '{{.Comment}}' i:2
docker import --platform linux/arm64 ../c.tar i:3 | cut -c1-7
docker image inspect -f '{{.Architecture}} {{.Os}} {{.Variant}}' i:3
docker import --platform linux/arm/v7 ../c.tar i:4 | cut -c1-7
docker image inspect -f '{{.Architecture}} {{.Os}} {{.Variant}}' i:4
docker import --platform windows/amd64 ../c.tar i:5
docker import --platform arm64 ../c.tar i:6 | cut -c1-7
docker image inspect -f '{{.Architecture}} {{.Os}} {{.Variant}}' i:6
### errors
docker import ../none.tar
docker import -c 'RUN x' ../c.tar x:1
docker import -c 'NOPE' ../c.tar x:1
docker import ../c.tar 'Bad:1'
docker import ../c.tar sha256:1
docker import ../c.tar x@sha256:0000000000000000000000000000000000000000000000000000000000000000
docker import
docker import ../c.tar a b
echo text > ../t
docker import ../t t:1
docker images --format '{{.Repository}}:{{.Tag}}' | sort
