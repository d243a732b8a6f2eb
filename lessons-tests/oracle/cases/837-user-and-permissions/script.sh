cat > Dockerfile <<'EOD'
FROM busybox
RUN echo 'app:x:1000:1001:App:/home/app:/bin/sh' >> /etc/passwd && printf 'app:x:1001:\nextra:x:1002:app,other\n' >> /etc/group && mkdir -p /home/app && chown app:app /home/app
USER app
RUN id > /tmp/1; echo $HOME >> /tmp/1; touch /no 2>/tmp/2 || true
WORKDIR /home/app
RUN touch mine && mkdir sub && ls > /tmp/3
COPY Dockerfile copied
COPY --chown=app Dockerfile owned
WORKDIR made/by
USER 1000
RUN id > /tmp/4
USER app:extra
RUN id > /tmp/5
USER 1000:1002
RUN id > /tmp/6
USER root
RUN touch /yes && id -u > /tmp/7
USER 4242
RUN id > /tmp/8; echo "[$HOME]" >> /tmp/8
USER app
EOD
### build
docker build -q -t t .; echo "exit $?"; docker run --rm t sh -c 'for i in 1 2 4 5 6 7 8; do cat /tmp/$i; done; stat -c "%a %u:%g %n" /home/app/* /home/app/made/by; id -un; pwd'
docker run --rm -u root t id; docker run --rm -u 0:1002 t id; docker run --rm t sh -c 'echo x > /home/app/w && echo wrote; echo x > /w'
