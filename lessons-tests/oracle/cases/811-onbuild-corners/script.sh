echo x > f
### parent
printf 'FROM busybox\nONBUILD ENV A=1\nONBUILD ARG V=d\nONBUILD WORKDIR /w\nONBUILD COPY f .\nONBUILD RUN echo $A $V $(cat f) > /out\nONBUILD LABEL l=1\nONBUILD USER 5\nONBUILD EXPOSE 80\nONBUILD VOLUME /v\nONBUILD CMD ["cat", "/out"]\nONBUILD ENTRYPOINT []\nONBUILD STOPSIGNAL 9\nONBUILD HEALTHCHECK NONE\nONBUILD SHELL ["/bin/sh", "-c"]\nonbuild run true\nONBUILD ADD f /added\n' > P; docker build -q -t p -f P . ; docker image inspect -f '{{json .Config.OnBuild}}' p
### child
printf 'FROM p\nRUN pwd > /tmp/child\n' > C; docker build -q -t c --build-arg V=arg -f C . ; docker run --rm c; docker image inspect -f '{{json .Config.OnBuild}}' c; docker history --no-trunc --format '{{.CreatedBy}}' c
### in a stage
printf 'FROM p AS s\nFROM busybox\nCOPY --from=s /out /got\n' > S; docker build -q -t s -f S . ; docker run --rm s cat /got
### errors
e() { printf "FROM busybox\n$1\n" > E; docker build -q -t e -f E . > /dev/null 2>&1; echo "$1: $?"; }
for i in '' 'RUN' 'FROM busybox' 'ONBUILD RUN x' 'MAINTAINER x' 'BOGUS x' 'COPY f' 'COPY --from=x f /' 'EXPOSE zz' 'CMD' 'ENV A' 'COPY nofile /'; do e "ONBUILD $i"; done; docker image inspect -f '{{json .Config.OnBuild}}' e
### failing trigger
printf 'FROM busybox\nONBUILD RUN exit 3\nONBUILD COPY nofile /\n' | docker build -q -t pf - > /dev/null; printf 'FROM pf\n' | docker build -q - > /dev/null 2>&1; echo "exit $?"
### child without the context
printf 'FROM p\n' | docker build -q - > /dev/null 2>&1; echo "exit $?"
