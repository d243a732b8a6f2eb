echo f > f; echo g > g
printf 'FROM busybox\nONBUILD ARG V=def\nONBUILD RUN echo "v $V" > /v\nONBUILD COPY f /f\nONBUILD ENV O=$V\nONBUILD WORKDIR /o/$V\nONBUILD LABEL o=$V\nONBUILD EXPOSE 80\nONBUILD CMD ["x"]\n' > P; docker build -q -t p -f P . > /dev/null; echo $?
printf 'FROM p\nRUN pwd > /pwd\nONBUILD RUN echo own > /own\nONBUILD USER nobody\n' > C; docker build -t c -f C . --build-arg V=given
printf 'FROM c AS one\nFROM c AS two\nCOPY --from=one /own /o1\n' > G; docker build -t g -f G .
### what is left
for i in p c g; do docker image inspect -f '{{json .Config.OnBuild}} {{json .Config.Env}} {{.Config.WorkingDir}} {{.Config.User}} {{json .Config.Cmd}}' $i; done; docker run --rm g sh -c 'cat /v /own /pwd; ls /o1' 2>&1
### cached
docker build -q -t c2 -f C . --build-arg V=given > /dev/null; test "$(docker image inspect -f '{{json .RootFS.Layers}}' c)" = "$(docker image inspect -f '{{json .RootFS.Layers}}' c2)"; echo $?
### errors
for i in 'FROM busybox' 'MAINTAINER x' 'ONBUILD RUN x' 'nosuch x' '' 'copy' 'RUN' 'CMD' 'FROM' 'ARG' 'ENV A' 'HEALTHCHECK NONE' 'SHELL ["x"]' 'COPY --from=busybox /etc/passwd /p' 'RUN --mount=type=bind,target=/x true' 'STOPSIGNAL 9' 'VOLUME /x' 'ENTRYPOINT ["e"]'; do echo "== $i"; printf 'FROM busybox\nONBUILD %s\n' "$i" > E; docker build -q -t zz -f E . 2>&1 | sed 's/sha256:[0-9a-f]*/ID/; s/registry-1.docker.io on [^ ]* /registry-1.docker.io: /' | tail -1; printf 'FROM zz\n' > E2; docker build -q -f E2 . 2>&1 | sed 's/sha256:[0-9a-f]*/ID/; s/registry-1.docker.io on [^ ]* /registry-1.docker.io: /' | tail -1; docker rmi -f zz > /dev/null 2>&1; done
