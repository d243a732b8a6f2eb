r=127.0.0.1:5000; c=$(docker create busybox); for p in amd64 arm64 arm/v7; do docker export $c | docker import --platform linux/$p -c 'CMD ["sh"]' - $r/bb:$(echo $p | tr -d /) > /dev/null; docker push -q $r/bb:$(echo $p | tr -d /); done
docker buildx imagetools create -t $r/bb:all $r/bb:amd64 $r/bb:arm64 $r/bb:armv7 2> /dev/null
cat > Dockerfile <<'D'
ARG R
FROM --platform=$BUILDPLATFORM $R AS build
ARG TARGETPLATFORM TARGETOS TARGETARCH TARGETVARIANT BUILDPLATFORM BUILDOS BUILDARCH BUILDVARIANT
RUN echo "$BUILDPLATFORM $BUILDOS $BUILDARCH-$BUILDVARIANT to $TARGETPLATFORM $TARGETOS $TARGETARCH-$TARGETVARIANT" > /out
FROM $R
COPY --from=build /out /out
D
for p in linux/amd64 linux/arm64 linux/arm/v7 linux/arm64/v8 linux/arm; do
docker buildx build --network none -q --build-arg R=$r/bb:all --platform $p -t x . > /dev/null
docker image inspect -f '{{.Os}}/{{.Architecture}}' x; docker create --name x x > /dev/null 2>&1; docker cp x:/out - | tar xO; docker rm x > /dev/null
done
### none
docker buildx build --network none -q --build-arg R=$r/bb:all --platform linux/s390x . 2>&1 | tail -1
### scratch
printf 'FROM scratch\nARG TARGETARCH\nCOPY Dockerfile /d\nLABEL a=$TARGETARCH\n' > Scratch
for p in linux/arm64 linux/riscv64 linux/arm/v6 linux/386; do docker buildx build --network none -q -f Scratch --platform $p -t y . > /dev/null; docker image inspect -f '{{.Os}}/{{.Architecture}} {{.Config.Labels}}' y; done
docker buildx build --network none -q -f Scratch -o type=local,dest=o --platform linux/arm64 .; ls o
### run
docker run --rm $r/bb:arm64 echo hi
docker run --rm --platform linux/arm64 $r/bb:arm64 echo hi
