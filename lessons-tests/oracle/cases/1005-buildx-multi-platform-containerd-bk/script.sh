r=127.0.0.1:5000; c=$(docker create busybox); for p in amd64 arm64; do docker export $c | docker import --platform linux/$p -c 'CMD ["sh"]' - $r/bb:$(echo $p | tr -d /) > /dev/null; docker push -q $r/bb:$(echo $p | tr -d /); done; docker rm $c > /dev/null
docker buildx imagetools create -t $r/bb:all $r/bb:amd64 $r/bb:arm64 2> /dev/null
cat > Dockerfile <<'D'
FROM 127.0.0.1:5000/bb:all
ARG TARGETPLATFORM
RUN echo "$TARGETPLATFORM" > /out
D
docker buildx build --network none -q --platform linux/amd64,linux/arm64 -t x:1 . | sed 's/[0-9a-f]\{64\}/ID/'
docker run --rm x:1 cat /out
docker run --rm --platform linux/arm64 x:1 cat /out
docker image inspect -f '{{.Architecture}}' x:1; docker image inspect --platform linux/arm64 -f '{{.Architecture}}' x:1
### push
docker buildx build --network none -q --platform linux/amd64,linux/arm64 -t $r/x:1 --push . | sed 's/[0-9a-f]\{64\}/ID/'
docker buildx imagetools inspect $r/x:1 | grep Platform
docker buildx imagetools inspect $r/x:1 | grep MediaType
### attestation
docker buildx build --network none -q --provenance=true -t $r/x:2 --push . | sed 's/[0-9a-f]\{64\}/ID/'
docker buildx imagetools inspect $r/x:2 | grep Platform
docker buildx build --network none -q --metadata-file m.json -t y:1 . > /dev/null; grep 'image.name\|containerimage\|mediaType' m.json | sed 's/[0-9a-f]\{64\}/ID/'
### load and archives
docker buildx build --network none -q --platform linux/amd64,linux/arm64 --load -t z:1 . | sed 's/[0-9a-f]\{64\}/ID/'
docker buildx build --network none -q -o type=oci,dest=o.tar . ; tar tf o.tar | grep -v sha256/
docker buildx build --network none -q -o type=docker,dest=d.tar -t d:1 . ; tar tf d.tar | grep -v sha256/
