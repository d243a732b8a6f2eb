cat > Dockerfile <<'EOF'
FROM busybox
RUN [ "sh" , "-c" ,"echo \"q\" \u0041 > /a" ]
RUN ["sh", "-c", "echo 'x\ty' > /b"]
VOLUME [ "/v1" , "/v2" ]
EXPOSE 80 443/tcp 53/udp 80/tcp
SHELL ["/bin/sh", "-ec"]
RUN echo $- > /c
CMD ["a","1"]
EOF
### build
docker build -q -t t .
docker run --rm --entrypoint cat t /a /b /c
docker image inspect -f '{{json .Config.Cmd}} {{json .Config.Volumes}} {{json .Config.ExposedPorts}} {{json .Config.Shell}}' t
