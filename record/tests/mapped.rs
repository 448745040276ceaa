//! Files that are read by memory map.
#![cfg(feature = "mmap")]

use std::fs::{self, File};
use std::path::PathBuf;
use stillwire_record::doc::Note;
use stillwire_record::{RecordReader, RecordWriter, map};

#[test]
fn a_mapped_file_is_read_without_a_copy() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("mapped.stillr");
    let _ = fs::remove_file(&path);
    let mut writer = RecordWriter::<Note>::create(&path).unwrap();
    for nth in 0..100 {
        let name = format!("note {nth}");
        writer
            .write(&Note {
                name,
                ..Note::default()
            })
            .unwrap();
    }
    writer.finish().unwrap();
    let file = File::open(&path).unwrap();
    // SAFETY: the file is this test's alone, and is not changed below.
    let bytes = unsafe { map(&file) }.unwrap();
    let within = bytes.as_ptr_range();
    let reader = RecordReader::<Note, _>::new(bytes.clone()).unwrap();
    assert_eq!(reader.len(), 100);
    for (nth, note) in reader.iter().enumerate() {
        let note = note.unwrap();
        assert_eq!(note.view().name(), format!("note {nth}"));
        assert!(within.contains(&note.as_bytes().as_ptr()));
    }
    // A message outlives the reader, and keeps the map.
    let last = reader.get(99).unwrap().unwrap();
    drop((reader, bytes, file));
    assert_eq!(last.view().name(), "note 99");
}
