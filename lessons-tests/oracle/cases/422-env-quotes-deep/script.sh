cat > Dockerfile <<'EOF'
FROM busybox
ENV A="it's" B='say "hi"' C=a\ b\ c D="a\"b" E='a\b' F="a\\b" G=a#b H=é
ENV I="x  y" J=$A$B K="${A}" L='$A' M=\$A N="\$A" O=$ P=a$
ENV Q legacy   form "with quotes" and $A
ENV R=one\
two S="three \
four"
EOF
### build
docker build -q -t t .
docker image inspect -f '{{range .Config.Env}}{{println .}}{{end}}' t
docker history --format '{{.CreatedBy}}' --no-trunc t
