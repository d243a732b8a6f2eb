cat > Dockerfile <<'EOD'
FROM busybox
RUN echo 'u:x:1000:1000::/home/u:/bin/sh' >> /etc/passwd
VOLUME /v1
RUN mkdir -p /v1 && echo lost > /v1/x; mkdir /v2 && echo kept > /v2/x
VOLUME /v2
COPY Dockerfile /v2/copied
USER u
WORKDIR /home/u
RUN pwd > /tmp/w; id -un >> /tmp/w
COPY Dockerfile .
USER root
WORKDIR rel
RUN pwd > ../w2; ls -ld . .. | tr -s ' ' | cut -d' ' -f3 >> ../w2
VOLUME rel/vol
ENV HOME=/custom
RUN echo ~ $HOME > /h
USER u
EOD
### build
docker build -q -t t .; echo "exit $?"; docker run --rm t sh -c 'cat /tmp/w /home/u/w2 /h; ls /v1 /v2; stat -c "%U %n" /home/u /home/u/* /v2/*; pwd; id -un; echo $HOME'; docker image inspect -f '{{json .Config.Volumes}} {{.Config.WorkingDir}} {{.Config.User}}' t
