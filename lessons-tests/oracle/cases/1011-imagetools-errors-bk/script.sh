r=127.0.0.1:5000; docker tag busybox $r/app:a; docker push -q $r/app:a
x() { "$@" 2>&1 | sed 's/^#.*//' | grep -v '^$' | grep -v '^SRun' | grep -v '^Run'; }
### inspect
x docker buildx imagetools inspect
x docker buildx imagetools inspect $r/nosuch
x docker buildx imagetools inspect $r/app:nosuch
x docker buildx imagetools inspect 'x y'
x docker buildx imagetools inspect --raw --format x $r/app:a
x docker buildx imagetools inspect --format '{{' $r/app:a
x docker buildx imagetools inspect --format '{{.Nosuch}}' $r/app:a
x docker buildx imagetools inspect 127.0.0.1:9/app
x docker buildx imagetools inspect a b
### create
x docker buildx imagetools create
x docker buildx imagetools create $r/app:a
x docker buildx imagetools create -t $r/app:b $r/app:nosuch
x docker buildx imagetools create -t 'x y' $r/app:a
x docker buildx imagetools create -t $r/app:b 'x y'
x docker buildx imagetools create --dry-run sha256:0
x docker buildx imagetools create --dry-run sha256:0000000000000000000000000000000000000000000000000000000000000000
x docker buildx imagetools create -t $r/app:b sha256:0000000000000000000000000000000000000000000000000000000000000000
x docker buildx imagetools create -t $r/app:b -t $r/other:b sha256:0000000000000000000000000000000000000000000000000000000000000000
x docker buildx imagetools create -t $r/app:b --platform linux/arm64 $r/app:a
x docker buildx imagetools create -t $r/app:b --platform nosuch $r/app:a
x docker buildx imagetools create -t $r/app:b -f nosuch
x docker buildx imagetools create -t $r/app:b --annotation bad $r/app:a
x docker buildx imagetools create -t $r/app:b --append $r/app:a
x docker buildx imagetools create -t $r/app:c --annotation manifest:a=b $r/app:a $r/app:a
x docker buildx imagetools
