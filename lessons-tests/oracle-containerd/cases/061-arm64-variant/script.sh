r=127.0.0.1:5000
echo hi > f
tar --format=ustar --owner=0 --group=0 --mtime='2026-01-01 00:00:00' -cf l.tar f
id=$(sha256sum < l.tar | cut -d' ' -f1)
for v in v7 v8; do
  case $v in v7) a=arm ;; *) a=arm64 ;; esac
  printf '{"architecture":"%s","variant":"%s","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' $a $v $id > c.json
  printf '[{"Config":"c.json","RepoTags":["%s/%s:1"],"Layers":["l.tar"]}]' $r $v > manifest.json
  tar -cf $v.tar manifest.json c.json l.tar
  docker load -q -i $v.tar
  docker push -q $r/$v:1
done
t() {
  docker buildx build -q "$@" -t $r/t:1 . > /dev/null 2>&1 || echo failed
  docker inspect -f '{{.Architecture}} [{{.Variant}}]' $r/t:1
  docker push -q $r/t:1 > /dev/null
  docker buildx imagetools inspect --raw $r/t:1 | grep -A 4 '"platform"' | tr -d ' \n'
  echo
}
### on bases
printf "FROM --platform=linux/arm64 $r/v8:1\nCOPY f /g\n" > D1
printf "FROM --platform=linux/arm/v7 $r/v7:1\nCOPY f /g\n" > D2
printf "FROM --platform=linux/arm64 scratch\nCOPY f /\n" > D3
for f in D1 D2 D3; do
  t -f $f
  t -f $f --platform linux/arm64
  t -f $f --platform linux/amd64
  t -f $f --platform linux/arm
done
### several
t -f D3 --platform linux/arm64/v8,linux/arm64/v9,linux/arm
docker images --tree 2>/dev/null | grep linux | cut -c1-25 | sort
### lists
docker buildx imagetools create -t $r/l:1 $r/v8:1 $r/v7:1 2>/dev/null
docker buildx imagetools inspect --raw $r/l:1 | grep -A 5 '"platform"'
docker manifest create --insecure $r/m:1 $r/v8:1 $r/v7:1
docker manifest inspect --insecure $r/m:1 | grep -A 5 '"platform"'
