mkdir -p d/empty d/priv; chmod 700 d/priv; chmod 1777 d/empty; echo 1 > d/h1; ln d/h1 d/h2; chmod 600 d/h1
cat > Dockerfile <<'EOF'
FROM busybox
RUN mkdir -p /t/priv /t/own && chmod 755 /t/priv && chown -R 5:5 /t
COPY d /t
COPY d/ /new/
COPY d/. /dot
COPY d/empty /e1
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'find /t /new /dot /e1 | sort | xargs stat -c "%n %a %u:%g"'
