// What most states have in common, given to the compressor beforehand. Part of link version 1: it never changes, or old links cannot be read.

/** Rare things first: what stands last is cheapest to name. */
const words = [
  'HEALTHCHECK --interval=30s --timeout=3s --retries=3 CMD curl -f http://localhost/ || exit 1\\n',
  'ONBUILD STOPSIGNAL SIGTERM\\nSHELL ["/bin/bash", "-c"]\\nMAINTAINER ADD --chown=1000:1000 --chmod=755 --link ',
  'docker buildx build --platform linux/amd64,linux/arm64 --push imagetools inspect ',
  'docker network create docker volume create docker system df -v docker system prune -af --volumes ',
  'docker login -u docker logout docker search docker manifest inspect docker context docker commit ',
  'docker image inspect --format {{json .Config}} {{.Id}} {{.RootFS.Layers}} {{range .}}{{end}} docker container prune -f ',
  'nginx:alpine httpd redis:7 postgres mysql mongo ubuntu:24.04 debian:bookworm-slim node:22-slim golang:1.24 registry:2 hello-world ',
  'python:3.12-slim python3 -m pip install --no-cache-dir -r requirements.txt app.py npm ci npm install package.json server.js index.js ',
  'apt-get update && apt-get install -y --no-install-recommends curl ca-certificates && rm -rf /var/lib/apt/lists/* apk add --no-cache ',
  'COPY --from=build /out/app /app\\nWORKDIR /app\\nENV PATH=/usr/local/bin:\\nARG VERSION=1.0\\nLABEL org.opencontainers.image.',
  'EXPOSE 8080\\nUSER nobody\\nVOLUME /data\\nENTRYPOINT ["/bin/sh", "-c"]\\nCMD ["python", "app.py"]\\nCOPY . .\\n',
  'FROM alpine:3.20 AS build\\nFROM busybox\\nRUN echo hello > /etc/motd\\nRUN mkdir -p /app/src && chmod +x /usr/bin/ && touch ',
  'mkdir -p cat <<EOF > Dockerfile cat Dockerfile ls -la echo hello > rm -rf cd .. curl -s localhost:8080 tar -xf tar -tf save.tar ',
  'docker load -i docker save -o docker export docker import docker push localhost:5000/ docker pull docker tag docker rmi -f ',
  'docker exec -it sh docker logs -f docker stop docker start docker kill docker rm -f docker diff docker cp docker inspect ',
  'docker run -d --name web -p 8080:80 -v data:/data -e KEY=value --rm -it --entrypoint sh alpine:latest busybox ',
  'docker build --no-cache --target --build-arg -f Dockerfile -t app:1 -t web:latest . docker history --no-trunc docker image prune -f ',
  'docker ps -a docker images -a docker image ls docker container ls ',
  '"graphdriver","containerd","classic","node01","node02","lesson-","sandbox","/root/app/Dockerfile","/root/app","signal","INT","type","end","y\\n",',
  '["kind","path","to","at"],["blob","size"],["base64"],["kind","terminal","text","at"],["kind","text","at"],["kind","name","at"],["kind","machine","at"],',
  '"#!/bin/sh\\necho ","FROM busybox\\nWORKDIR /srv\\nCOPY hello.sh ./\\nRUN chmod +x hello.sh\\nCMD [\\"./hello.sh\\"]\\n"],1],["edit","hello.sh",',
  '["sandbox","",[[["strata","seed","profile","machines","points","head","pending","now"],["strata","seed","points","head","pending","now"],',
  '["kind","label","at","events","number"],["kind","path","at"],["kind","path","content","at"],["text"],["kind","label","exit","at","events","number","parent"],',
  '["kind","text","at"],["kind","label","at","events","number","parent"]],[0,2,1,[-1,[1,"start","",1,[-1,[2,"mkdir","/root/app",0],[3,"write",',
  '[2,"chdir","/root/app",0]],0],[5,"command","docker images",0,1,[-1,[6,"line","docker run --rm ",-1]],1,1],[5,"command","docker ps -a",0,',
];

/** Version 1. */
export const dictionary: Uint8Array<ArrayBuffer> = new TextEncoder().encode(words.join(''));
