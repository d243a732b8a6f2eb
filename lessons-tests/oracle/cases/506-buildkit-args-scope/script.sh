cat > Dockerfile <<'XX'
ARG BASE=busybox
FROM --platform=$BUILDPLATFORM $BASE AS b
ARG TARGETOS TARGETARCH TARGETPLATFORM BUILDPLATFORM BUILDOS TARGETVARIANT
RUN echo "$TARGETOS $TARGETARCH $TARGETPLATFORM $BUILDPLATFORM $BUILDOS [$TARGETVARIANT]" > /p
RUN echo "[$TARGETSTAGE] [$BUILDARCH]" > /q
FROM b AS last
ARG TARGETSTAGE BUILDARCH SOURCE_DATE_EPOCH
RUN echo "$TARGETSTAGE $BUILDARCH" > /r
XX
### build
docker build -q -t t . && docker run --rm t cat /p /q /r
### target
docker build -q -t u --target last . && docker run --rm u cat /r
### override
docker build -q -t v --build-arg TARGETOS=plan9 . && docker run --rm v cat /p
