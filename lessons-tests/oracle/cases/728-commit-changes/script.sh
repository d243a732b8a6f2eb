docker run --name cc -e CE=1 -w /cw -u 5 -l cl=1 busybox sh -c 'echo hi > /tmp/f'
### many
docker commit -c 'CMD ["a", "b"]' -c 'ENTRYPOINT ["e"]' -c 'ENV X=1 Y="2 3"' -c 'EXPOSE 80 81/udp' -c 'LABEL l=1 "m n"=o' -c 'USER u:g' -c 'VOLUME /v /w' -c 'WORKDIR /wd' -c 'STOPSIGNAL 9' -c 'ONBUILD RUN x' -c 'HEALTHCHECK --interval=3s CMD true' cc t | wc -c; docker image inspect -f '{{json .Config}}' t
### shell forms and relative
docker commit -c 'CMD echo $X' -c 'ENTRYPOINT run it' -c 'WORKDIR rel' -c 'ENV X $PATH' -c 'SHELL ["/bin/x"]' cc u > /dev/null; echo "exit $?"
docker commit -c 'CMD echo $X' -c 'ENTRYPOINT run it' -c 'WORKDIR rel' -c 'ENV A=$CE' cc u > /dev/null; echo "exit $?"; docker image inspect -f '{{json .Config}}' u
### refused
for i in 'RUN x' 'COPY a b' 'ADD a b' 'FROM x' 'ARG a' 'MAINTAINER me' 'BOGUS x' 'SHELL ["a"]' 'CMD' 'ENV' 'ENV A' 'EXPOSE x' 'LABEL x' 'STOPSIGNAL NOPE' 'USER' 'WORKDIR' '' 'HEALTHCHECK x' 'ONBUILD ONBUILD RUN x' 'ONBUILD FROM x'; do docker commit -c "$i" cc > /dev/null; echo "$i: exit $?"; done
### author, message, pause
docker commit -a 'Me <me@x>' -m 'the message' --pause=false cc w > /dev/null; docker image inspect -f '{{.Author}}|{{.Comment}}|{{.Container}}' w; docker history --format '{{.CreatedBy}}|{{.Comment}}|{{.Size}}' w
### errors
docker commit; echo "exit $?"; docker commit nosuch; echo "exit $?"; docker commit cc BAD; echo "exit $?"; docker commit cc a b; echo "exit $?"; docker commit cc a@sha256:0000000000000000000000000000000000000000000000000000000000000000; echo "exit $?"; docker commit cc | wc -c; docker images -f dangling=true -q | wc -l
