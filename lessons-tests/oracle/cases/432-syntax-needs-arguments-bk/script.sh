try() { printf 'FROM busybox\n%s\n' "$1" > Dockerfile; docker build -q . > /dev/null 2>&1; echo "$1: $?"; }
### each
for i in RUN COPY ADD ENV ARG LABEL USER WORKDIR EXPOSE VOLUME STOPSIGNAL SHELL HEALTHCHECK ONBUILD CMD ENTRYPOINT MAINTAINER; do try $i; done
### one too few
for i in 'COPY a' 'ADD a' 'COPY ["a"]' 'HEALTHCHECK CMD' 'HEALTHCHECK NONE x' 'USER a b' 'STOPSIGNAL a b' 'SHELL sh' 'SHELL []' 'VOLUME []'; do try "$i"; done
### flags
for i in 'RUN --foo=1 true' 'COPY --foo Dockerfile /' 'ENV --foo=1 A=b' 'COPY --chown=1 --chown=2 Dockerfile /' 'COPY --chown Dockerfile /' 'CMD --foo true'; do try "$i"; done
