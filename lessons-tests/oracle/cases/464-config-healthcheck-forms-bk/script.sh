cat > Dockerfile <<'EOF'
FROM busybox
HEALTHCHECK --interval=5m --timeout=3s --start-period=1m30s --retries=3 CMD wget -q -O- http://x || exit 1
EOF
### build
docker build -q -t t . && docker image inspect -f '{{json .Config.Healthcheck}}' t
printf 'FROM t\nHEALTHCHECK --start-interval=2s CMD ["true", "x"]\n' > D2; docker build -q -f D2 -t u . && docker image inspect -f '{{json .Config.Healthcheck}}' u
printf 'FROM t\nHEALTHCHECK NONE\n' > D3; docker build -q -f D3 -t v . && docker image inspect -f '{{json .Config.Healthcheck}}' v
### history
docker history --format '{{.CreatedBy}}' --no-trunc u
docker history --format '{{.CreatedBy}}' --no-trunc v | head -n 1
### create
docker create --name kk u > /dev/null; docker inspect -f '{{.State.Health.Status}} {{json .Config.Healthcheck.Test}}' kk; docker rm kk > /dev/null
docker create --name kk --no-healthcheck u > /dev/null; docker inspect -f '{{json .Config.Healthcheck}} {{json .State.Health}}' kk; docker rm kk > /dev/null
docker create --name kk --health-cmd 'a b' --health-interval 1s u > /dev/null; docker inspect -f '{{json .Config.Healthcheck}}' kk; docker rm kk > /dev/null
