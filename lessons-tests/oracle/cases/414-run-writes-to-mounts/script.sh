cat > Dockerfile <<'EOF'
FROM busybox
RUN echo '1.2.3.4 x' >> /etc/hosts; echo y > /dev/shm/y; echo z > /etc/z; mkdir /run; echo r > /run/r
RUN touch /tmp/.t && rm /tmp/.t
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'grep -c 1.2.3.4 /etc/hosts; ls /dev/shm; cat /etc/z /run/r'
