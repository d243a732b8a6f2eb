cat > Dockerfile <<'EOF'
FROM busybox
RUN mkdir -p /a/x /b && echo 1 > /a/x/1 && echo 2 > /b/2
RUN mv /a /b/
RUN mv /b/a/x /c && rmdir /b/a
RUN mv /c /c2 && mv /c2 /c3
RUN mkdir /b/2dir && mv /b/2 /b/2dir/2
EOF
### build
docker build -q -t t . && docker run --rm t sh -c 'find /b /c3 | sort'
