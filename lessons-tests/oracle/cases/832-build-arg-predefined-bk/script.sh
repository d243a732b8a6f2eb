cat > Dockerfile <<'EOD'
FROM busybox
RUN echo "[$HTTP_PROXY] [$http_proxy] [$no_proxy] [$FTP_PROXY] [$ALL_PROXY]" > /1
ARG HTTP_PROXY
RUN echo "[$HTTP_PROXY]" > /2
ARG TARGETPLATFORM
ARG BUILDPLATFORM
ARG TARGETARCH
RUN echo "[$TARGETPLATFORM] [$BUILDPLATFORM] [$TARGETARCH] [$TARGETOS]" > /3
ARG SOURCE_DATE_EPOCH
RUN echo "[$SOURCE_DATE_EPOCH]" > /4
EOD
### build
docker build -q -t t --build-arg HTTP_PROXY=http://u:p@h --build-arg no_proxy=n . 2> /dev/null; docker run --rm t sh -c 'cat /1 /2 /3 /4'; docker history --no-trunc --format '{{.CreatedBy}}' t | grep -v '^/bin/sh -c #(nop)' ; docker image inspect -f '{{json .Config.Env}}' t
