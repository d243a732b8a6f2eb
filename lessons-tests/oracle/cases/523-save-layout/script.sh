printf 'FROM busybox\nRUN echo 1 > /1\nENV A=1\n' > A; printf 'FROM busybox\nRUN echo 1 > /1\nRUN echo 2 > /2\n' > B; docker build -q -t a1 -f A . > /dev/null; docker build -q -t b1 -f B . > /dev/null
docker save a1 b1 -o x.tar; mkdir x; tar xf x.tar -C x
### files
tar tf x.tar | grep -v /sha256/ | sort
cat x/oci-layout; echo
### manifest
grep -o '"RepoTags":\[[^]]*\]' x/manifest.json
grep -o 'blobs/sha256/[0-9a-f]*' x/manifest.json | sort -u | wc -l
### repositories
grep -o '"[ab]1":{"latest"' x/repositories
### config
c=$(grep -o '"Config":"[^"]*"' x/manifest.json | head -n 1 | cut -d'"' -f4); grep -o '"Env":\[[^]]*\]' x/$c | head -n 1; grep -o '"architecture":"[^"]*"' x/$c
### layers of the new one
l=$(grep -o '"Layers":\[[^]]*\]' x/manifest.json | head -n 1 | grep -o 'blobs[^"]*' | tail -n 1); tar tf x/$l
