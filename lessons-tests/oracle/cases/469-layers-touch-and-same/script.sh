cat > Dockerfile <<'EOF'
FROM busybox
RUN echo x > /f && mkdir /d && echo y > /d/g && chmod 755 /d
RUN touch /f
RUN echo x > /f
RUN chmod 755 /d
RUN chown 0:0 /d/g
RUN cat /f /d/g > /dev/null; ls -R /d > /dev/null
RUN echo z > /d/new && rm /d/new
RUN : > /d/g && echo y > /d/g
EOF
### build
docker build -q -t t .
docker history --format '{{.Size}} {{.CreatedBy}}' t
