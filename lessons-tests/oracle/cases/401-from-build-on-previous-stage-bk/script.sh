cat > Dockerfile <<'EOF'
FROM busybox AS base
ENV A=1
WORKDIR /srv
RUN echo base > base.txt
LABEL who=base
FROM base AS mid
RUN echo mid > mid.txt
USER nobody
CMD ["cat", "mid.txt"]
FROM mid
LABEL who=last
ENV B=$A-2
EOF
### build
docker build -q -t t .
### target
docker build -q -t mid --target mid .
docker run --rm t; docker run --rm mid sh -c 'id -un; pwd; echo $A'
### history
docker history --format '{{.CreatedBy}}|{{.Size}}' t
