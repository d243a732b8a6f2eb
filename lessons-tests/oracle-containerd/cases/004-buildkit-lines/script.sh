docker build --progress plain -t app:1 -t app:2 . 2>../err
### lines
grep -E 'FROM|(exporting|naming|unpacking).*done' ../err | sed 's/ [0-9.]*s done/ done/' | sed 's/^#[0-9]* //' | grep -v internal
docker build --progress plain --provenance=mode=min -t app:3 . 2>../err
### attested
grep -E '(exporting|naming|unpacking).*done' ../err | sed 's/ [0-9.]*s done/ done/; s/^#[0-9]* //'
docker build --progress plain . 2>../err
### unnamed
grep -E '(naming|unpacking).*done' ../err | sed 's/ [0-9.]*s done/ done/; s/^#[0-9]* //'
docker images --format '{{.Repository}}:{{.Tag}}' | sort
