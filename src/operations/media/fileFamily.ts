/** What two names or contents must have in common to be taken for the same thing. */
export type FileFamily = 'image' | 'recording' | 'pdf' | 'archive' | 'text'

const extensions: Record<FileFamily, string> = {
  image: 'jpg jpeg jpe jfif png apng webp gif avif svg bmp tif tiff heic heif',
  recording:
    'mp4 m4v mov webm mkv avi mpg mpeg 3gp 3g2 ogv mp3 m4a m4b ogg oga opus wav flac aac wma aif aiff amr',
  pdf: 'pdf',
  archive: 'zip docx xlsx pptx odt ods odp epub 7z rar gz tgz tar bz2 xz',
  text: 'txt md markdown csv tsv json yaml yml toml ini log tex srt vtt html htm xhtml xml css js mjs cjs ts jsx tsx py ipynb rb php pl sh bash sql c h cpp hpp cs java kt go rs swift r lua scala',
}

const byExtension = new Map(
  Object.entries(extensions).flatMap(([family, names]) =>
    names.split(' ').map((name) => [name, family as FileFamily]),
  ),
)

const archives = /zip|openxmlformats|opendocument|7z|rar|gzip|x-tar|bzip2|x-xz|ms-(excel|word|powerpoint)/

/** What a file's name says that it is; undefined for names that say nothing. */
export const familyOfExtension = (extension: string): FileFamily | undefined => byExtension.get(extension)

/** What a file's first bytes say that it is. */
export const familyOfMime = (mime: string): FileFamily | undefined => {
  if (mime.startsWith('image/')) return 'image'
  if (/^(audio|video)\//.test(mime)) return 'recording'
  if (mime === 'application/pdf') return 'pdf'
  if (mime === 'application/xml' || mime === 'text/plain') return 'text'
  return archives.test(mime) ? 'archive' : undefined
}
