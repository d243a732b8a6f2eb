mkdir d; echo a > d/a; echo b > b
cat > Dockerfile <<'EOD'
FROM busybox AS base
ARG V=1
ENV A=$V \
    B=2
LABEL x="y z"
COPY d/ b /dst/
RUN echo out
ADD b /b
USER 5
FROM base
COPY --from=base /b /c
VOLUME /v
EXPOSE 80
CMD ["a",  "b"]
ENTRYPOINT  x   y
HEALTHCHECK --interval=5s   CMD  z
ONBUILD RUN q
STOPSIGNAL 9
WORKDIR /w/x
SHELL ["/bin/sh",  "-c"]
MAINTAINER me
EOD
### build
docker build -t t . 2>&1 | grep -v '^Sending'
### cached
docker build -t t . 2>&1 | grep -v '^Sending'
### no cache with unused arg
docker build --no-cache --rm=false --build-arg Z=1 -t u . 2>&1 | grep -vE '^Sending|Removed'; docker ps -aq | wc -l
### failing
printf 'FROM busybox\nRUN echo x && exit 9\n' > Dockerfile; docker build -t f . 2>&1 | grep -v '^Sending'; docker ps -aq | wc -l; printf 'FROM busybox\nCOPY nofile /\n' > Dockerfile; docker build . 2>&1 | grep -v '^Sending'; docker build --force-rm . 2>&1 | grep -v '^Sending' | tail -n 1
