docker tag busybox 127.0.0.1:5000/a; docker tag busybox 127.0.0.1:5000/a:x; docker tag busybox 127.0.0.1:5000/b:x
### refused
for r in a b a:x b:x nosuch a:nosuch; do for p in linux/amd64 linux/arm64 linux; do echo "== $r $p"; docker push -q --platform $p 127.0.0.1:5000/$r 2>&1; docker push -q -a --platform $p 127.0.0.1:5000/$r 2>&1; done; done
### without a registry of that name
docker push --platform linux/arm64 busybox; docker push --platform linux/arm64 nosuch
