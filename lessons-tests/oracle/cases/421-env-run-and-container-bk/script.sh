cat > Dockerfile <<'EOF'
FROM busybox
ENV A=1 B="two words" C=
ENV PATH=/opt/bin:$PATH
RUN mkdir -p /opt/bin && printf '#!/bin/sh\necho tool $A\n' > /opt/bin/tool && chmod +x /opt/bin/tool && tool > /out
CMD tool
EOF
printf '# comment\nA=file\n\nNEW=x y\nEMPTY=\nHOSTVAR\n' > env; export HOSTVAR=h
### build
docker build -q -t t . && docker run --rm t
### overrides
docker run --rm -e A=9 t
docker run --rm --env-file env -e B t env | sort | grep -v -e HOSTNAME -e HOME
### bad env file
docker run --rm --env-file nope t; echo "exit $?"
printf 'a b=c\n' > bad; docker run --rm --env-file bad t; echo "exit $?"
