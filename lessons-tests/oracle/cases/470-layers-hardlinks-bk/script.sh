cat > Dockerfile <<'EOF'
FROM busybox
RUN echo one > /a && ln /a /b && mkdir /d && ln /a /d/c
RUN ln /a /later
RUN echo two >> /b
RUN mv /d /dd
RUN chmod 600 /later
EOF
### build
docker build -q -t t . && docker run --rm t sh -c 'cat /a /b /dd/c /later; stat -c "%n %a" /a /b /dd/c /later'
