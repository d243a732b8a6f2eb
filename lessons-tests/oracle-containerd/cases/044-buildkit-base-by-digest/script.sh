D=$(docker images -q --no-trunc busybox)
printf 'FROM busybox@%s\nCMD ["echo","pinned"]\n' $D > Dockerfile
docker build --progress plain -t t:1 . 2>../err
### lines
grep 'FROM' ../err | sed 's/^#[0-9]* //' | sort -u
docker run --rm t:1
docker image inspect -f '{{.Config.Cmd}} {{len .RootFS.Layers}} {{.Descriptor.MediaType}}' t:1
