echo f > f; echo g > g; mkdir d; echo x > d/x
cat > Dockerfile <<'EOF'
FROM busybox
WORKDIR /w
COPY f .
COPY f ./a
COPY f g b/
COPY f c//d///e
COPY f /abs/../abs2/f
COPY d dd
COPY d ee/
COPY f dd/.
COPY f g ./
COPY f /w/new/dir/
EOF
### build
docker build -q -t t . && docker run --rm t find /w /abs2 | sort
docker history --format '{{.CreatedBy}}' --no-trunc t
