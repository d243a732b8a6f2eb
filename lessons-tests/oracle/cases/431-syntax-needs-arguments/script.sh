try() { printf 'FROM busybox\n%s\n' "$1" > Dockerfile; docker build -q . 2>&1 >/dev/null | tail -n 1; }
### each
for i in RUN COPY ADD ENV ARG LABEL USER WORKDIR EXPOSE VOLUME STOPSIGNAL SHELL HEALTHCHECK ONBUILD CMD ENTRYPOINT MAINTAINER; do try $i; done
### one too few
for i in 'COPY a' 'ADD a' 'COPY ["a"]' 'HEALTHCHECK CMD' 'HEALTHCHECK NONE x' 'USER a b' 'WORKDIR a b' 'STOPSIGNAL a b' 'SHELL sh' 'SHELL []' 'VOLUME []' 'EXPOSE'; do try "$i"; done
