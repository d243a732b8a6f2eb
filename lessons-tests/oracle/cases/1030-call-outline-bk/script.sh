cat > Dockerfile <<'D'
# this is first
ARG BASE=busybox
# VERSION is the version
ARG VERSION=1.0
ARG UNUSED=1
# build makes it
FROM $BASE AS build
# WHO is greeted
ARG WHO=world
ARG NOPE
RUN --mount=type=secret,id=tok --mount=type=cache,target=/c,id=cc echo $WHO
# final image
FROM busybox AS final
ARG VERSION
COPY --from=build /etc /e
RUN --mount=type=secret,id=req,required --mount=type=ssh,id=s true
FROM scratch
D
docker build --call=outline --target final . 2> /dev/null
docker build --call=outline --target build --build-arg WHO=me . 2> /dev/null
docker build --call=outline,format=json --target final . 2> /dev/null
docker build --call=outline . 2> /dev/null
docker build --call=outline --target nosuch . 2>&1 | tail -1
### targets
docker build --call=targets . 2> /dev/null
docker build --call=targets,format=json . 2> /dev/null
docker build --call=nosuch . 2>&1 | tail -1
docker build --call=outline - 2> /dev/null < Dockerfile
