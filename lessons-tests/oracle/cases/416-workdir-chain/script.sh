cat > Dockerfile <<'EOF'
FROM busybox
ENV D=deep/er BASE=/opt
WORKDIR /a
WORKDIR b
WORKDIR ../c/./
WORKDIR $BASE/${D}
WORKDIR ..//x/
RUN pwd > /p
COPY Dockerfile .
WORKDIR /
EOF
### build
docker build -q -t t . && docker run --rm t cat /p
docker history --format '{{.CreatedBy}} {{.Size}}' t
docker image inspect -f '{{json .Config.WorkingDir}}' t
