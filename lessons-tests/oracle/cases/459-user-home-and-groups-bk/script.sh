cat > Dockerfile <<'EOF'
FROM busybox
RUN echo 'app:x:1000:1000:App:/home/app:/bin/sh' >> /etc/passwd && printf 'app:x:1000:\nwheel:x:10:root,app\nextra:x:20:app\n' >> /etc/group && mkdir -p /home/app && chown app:app /home/app
USER app
RUN id > /tmp/id; echo $HOME > /tmp/home; cd; pwd > /tmp/pwd
USER app:extra
RUN id > /tmp/id2
USER 1000
RUN id > /tmp/id3; echo $HOME >> /tmp/home
ENV HOME=/tmp
RUN echo $HOME >> /tmp/home
EOF
### build
docker build -q -t t . && docker run --rm t sh -c 'cat /tmp/id /tmp/id2 /tmp/id3 /tmp/home /tmp/pwd; id'
### flags
docker run --rm -u app t id; docker run --rm -u 7 t id; docker run --rm -u app:10 t id; docker run --rm -u nosuch t id; echo "exit $?"
docker run --rm -u 0 --group-add extra --group-add 99 t id
