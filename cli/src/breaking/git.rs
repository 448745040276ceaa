//! Older versions from git. Only its objects are read: neither the index nor the work tree is touched.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use stillwire_compiler::Bundle;
use stillwire_compiler::limits::{MAX_FILE_BYTES, MAX_FILES};

use crate::files::is_schema;

/// Where a default branch is looked for, the best first.
const DEFAULT_BRANCHES: [&str; 5] = [
    "origin/HEAD",
    "main",
    "master",
    "origin/main",
    "origin/master",
];

/// Why git has no such version.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GitError {
    #[error("cannot run git: {0}")]
    NoGit(io::Error),
    #[error("{} is in no git repository; name a folder or a snapshot: --against DIR", .0.display())]
    NoRepository(PathBuf),
    #[error("{} lies outside of the repository {}", path.display(), top.display())]
    Outside { path: PathBuf, top: PathBuf },
    #[error("there is no revision `{0}`")]
    NoRevision(String),
    #[error(
        "there is no revision `{0}` in this clone, which is shallow; get the rest: git fetch --unshallow --tags"
    )]
    Shallow(String),
    #[error("this repository has no commit yet")]
    NoCommit,
    #[error("there is no default branch to compare with ({}); name a revision: --against git:REV", DEFAULT_BRANCHES.join(", "))]
    NoDefault,
    #[error("HEAD and `{0}` have no commit in common")]
    NoBase(String),
    #[error("no tag matches `{0}`; where tags are missing in a clone: git fetch --tags")]
    NoTag(String),
    #[error("{0} has more than {MAX_FILES} schemas, or one of more than {MAX_FILE_BYTES} bytes")]
    TooMuch(String),
    #[error("git failed: {0}")]
    Failed(String),
}

/// A repository, by the top of its work tree.
#[derive(Debug)]
pub(crate) struct Repository {
    top: PathBuf,
}

impl Repository {
    /// The one around a file or folder.
    pub(crate) fn around(path: &Path) -> Result<Self, GitError> {
        let folder = if path.is_dir() {
            path
        } else {
            path.parent()
                .filter(|p| !p.as_os_str().is_empty())
                .unwrap_or(Path::new("."))
        };
        let output = git(folder, ["rev-parse", "--show-toplevel"])?;
        if !output.status.success() {
            return Err(GitError::NoRepository(folder.to_owned()));
        }
        let top = PathBuf::from(line(&output));
        let top = top.canonicalize().unwrap_or(top);
        Ok(Self { top })
    }

    /// A path as the repository knows it. Empty for its top.
    pub(crate) fn inside(&self, path: &Path) -> Result<PathBuf, GitError> {
        let outside = || GitError::Outside {
            path: path.to_owned(),
            top: self.top.clone(),
        };
        let whole = path.canonicalize().map_err(|_| outside())?;
        let inside = whole.strip_prefix(&self.top).map_err(|_| outside())?;
        Ok(inside.to_owned())
    }

    /// The commit that a revision names.
    pub(crate) fn commit(&self, revision: &str) -> Result<String, GitError> {
        match self.find(revision)? {
            Some(commit) => Ok(commit),
            None if self.is_shallow()? => Err(GitError::Shallow(revision.to_owned())),
            None => Err(GitError::NoRevision(revision.to_owned())),
        }
    }

    fn find(&self, revision: &str) -> Result<Option<String>, GitError> {
        let name = format!("{revision}^{{commit}}");
        let output = self.git([
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &name,
        ])?;
        Ok(output.status.success().then(|| line(&output)))
    }

    fn is_shallow(&self) -> Result<bool, GitError> {
        Ok(line(&self.git(["rev-parse", "--is-shallow-repository"])?) == "true")
    }

    /// The commit where HEAD and the default branch parted.
    pub(crate) fn base(&self) -> Result<String, GitError> {
        if self.find("HEAD")?.is_none() {
            return Err(GitError::NoCommit);
        }
        for branch in DEFAULT_BRANCHES {
            if self.find(branch)?.is_none() {
                continue;
            }
            let output = self.git(["merge-base", "HEAD", branch])?;
            if output.status.success() {
                return Ok(line(&output));
            }
            return Err(if self.is_shallow()? {
                GitError::Shallow(format!("where HEAD and {branch} part"))
            } else {
                GitError::NoBase(branch.to_owned())
            });
        }
        Err(GitError::NoDefault)
    }

    /// A commit in few letters.
    pub(crate) fn short(&self, commit: &str) -> Result<String, GitError> {
        Ok(line(&self.good(["rev-parse", "--short", commit])?))
    }

    /// The tags that match a pattern, the oldest version first.
    pub(crate) fn tags(&self, pattern: &str) -> Result<Vec<String>, GitError> {
        let output = self.good(["tag", "--list", "--sort=version:refname", "--", pattern])?;
        let tags: Vec<String> = String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(str::to_owned)
            .collect();
        if tags.is_empty() {
            return Err(GitError::NoTag(pattern.to_owned()));
        }
        Ok(tags)
    }

    /// All schemas of a commit, by their paths from the top.
    pub(crate) fn schemas(&self, commit: &str) -> Result<Bundle, GitError> {
        let listed = self.good(["ls-tree", "-r", "-z", "-l", "--full-tree", commit])?;
        let mut blobs: Vec<(String, PathBuf)> = Vec::new();
        for entry in listed.stdout.split(|b| *b == 0) {
            // Mode, kind, object and size, a tab, then the path.
            let Some(tab) = entry.iter().position(|b| *b == b'\t') else {
                continue;
            };
            let path = PathBuf::from(String::from_utf8_lossy(&entry[tab + 1..]).into_owned());
            let head = String::from_utf8_lossy(&entry[..tab]).into_owned();
            let words: Vec<&str> = head.split_whitespace().collect();
            // Links and submodules are no files.
            let [mode, "blob", object, size] = words.as_slice() else {
                continue;
            };
            if *mode == "120000" || !is_schema(&path) {
                continue;
            }
            if size.parse::<usize>().map_or(true, |n| n > MAX_FILE_BYTES)
                || blobs.len() >= MAX_FILES
            {
                return Err(GitError::TooMuch(commit.to_owned()));
            }
            blobs.push(((*object).to_owned(), path));
        }
        let mut bundle = Bundle::new();
        for ((_, path), bytes) in blobs.iter().zip(self.read(&blobs)?) {
            bundle.insert(path, bytes, false);
        }
        Ok(bundle)
    }

    /// The contents of blobs, all from one process.
    fn read(&self, blobs: &[(String, PathBuf)]) -> Result<Vec<Vec<u8>>, GitError> {
        let mut child = command(&self.top, ["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(GitError::NoGit)?;
        let asked: String = blobs
            .iter()
            .map(|(object, _)| format!("{object}\n"))
            .collect();
        let stdin = child.stdin.take();
        // Questions and answers may both be more than a pipe holds.
        let asking = std::thread::spawn(move || {
            stdin.map_or(Ok(()), |mut stdin| stdin.write_all(asked.as_bytes()))
        });
        let output = child.wait_with_output().map_err(GitError::NoGit)?;
        let asked = asking.join();
        let broken = || GitError::Failed(String::from_utf8_lossy(&output.stderr).trim().to_owned());
        if !output.status.success() || !matches!(asked, Ok(Ok(()))) {
            return Err(broken());
        }
        let mut rest = output.stdout.as_slice();
        let mut contents = Vec::new();
        for _ in blobs {
            // Object, kind and size on a line, the bytes, a line's end.
            let end = rest.iter().position(|b| *b == b'\n').ok_or_else(broken)?;
            let head = String::from_utf8_lossy(&rest[..end]).into_owned();
            let size = head
                .rsplit(' ')
                .next()
                .and_then(|n| n.parse::<usize>().ok());
            let size = size.ok_or_else(|| GitError::Failed(head.clone()))?;
            let bytes = rest.get(end + 1..end + 1 + size).ok_or_else(broken)?;
            contents.push(bytes.to_vec());
            rest = rest.get(end + 2 + size..).ok_or_else(broken)?;
        }
        Ok(contents)
    }

    fn git<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Result<Output, GitError> {
        git(&self.top, args)
    }

    fn good<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Result<Output, GitError> {
        let output = self.git(args)?;
        if output.status.success() {
            return Ok(output);
        }
        let why = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(GitError::Failed(why))
    }
}

fn command<'a>(folder: &Path, args: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(folder)
        .args(args.into_iter().map(OsStr::new))
        // What is asked for changes nothing, so it waits for nobody.
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("LC_ALL", "C");
    command
}

fn git<'a>(folder: &Path, args: impl IntoIterator<Item = &'a str>) -> Result<Output, GitError> {
    command(folder, args)
        .stdin(Stdio::null())
        .output()
        .map_err(GitError::NoGit)
}

fn line(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout);
    text.trim_end_matches(['\n', '\r']).to_owned()
}
