docker run --name cc -e A=1 -w /w busybox sh -c 'echo x > f'
### kept
docker commit -c 'ENV B=$A C="q r"' -c 'cmd echo $A' -c 'EXPOSE 80 81/udp' -c 'label x=y "z w"=1' -c 'WORKDIR sub' -c 'USER 5:6' -c 'VOLUME /v /u' -c 'ENTRYPOINT ["e","$A"]' -c 'STOPSIGNAL 9' -c 'HEALTHCHECK --retries=2 CMD x y' -c 'ONBUILD RUN z' -c 'SHELL ["/bin/x"]' -m 'msg here' -a 'Me <m@e>' cc a > /dev/null; echo $?
docker commit -p=false -c 'CMD' -c 'ENTRYPOINT []' -c 'ENV B' cc b; docker commit --change='CMD []' --change 'ENV B ' cc b 2>&1 | sed 's/sha256:.*/ID/'
### refused
for c in 'RUN x' 'FROM x' 'COPY a b' 'ADD a b' 'ARG x' 'FOO x' '' 'MAINTAINER z' 'ENV' 'ENV a' 'LABEL' 'EXPOSE x/y/z' 'EXPOSE' 'USER' 'WORKDIR' 'VOLUME' 'VOLUME []' 'STOPSIGNAL x' 'SHELL x' 'HEALTHCHECK x' 'ONBUILD' 'ONBUILD ONBUILD x' 'ONBUILD FROM x' 'CMD ["a"' 'ENTRYPOINT' 'USER a b' 'WORKDIR a b' 'ENV a=b c' '# x'; do echo "== $c"; docker commit -c "$c" cc 2>&1 | sed 's/sha256:.*/ID/'; done
