//! What the documents show is true.

#[test]
fn the_schemas_of_the_documents_compile() {
    let language = include_str!("../../docs/schema-language.md");
    let diagnostics = include_str!("../../docs/diagnostics.md");
    let blocks: Vec<&str> = [language, diagnostics]
        .into_iter()
        .flat_map(|document| document.split("```still\n").skip(1))
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(blocks.len() >= 2);
    for block in blocks {
        let checked = stillwire_compiler::check_source("document.md", block);
        let checked = checked.unwrap_or_else(|error| panic!("{error}"));
        assert!(
            checked.warnings.diagnostics().is_empty(),
            "{}",
            checked.warnings.render(false)
        );
    }
}

#[test]
fn the_schema_of_the_vectors_is_the_one_in_the_document() {
    let document = include_str!("../../docs/wire-format.md");
    let schema = include_str!("../schemas/vectors.still");
    let (_, items) = schema.split_once("package vectors.v1;").unwrap();
    assert!(
        document.contains(items.trim()),
        "docs/wire-format.md shows another schema"
    );
}

#[test]
fn links_between_documents_lead_somewhere() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let documents = [
        "README.md",
        "docs/ARCHITECTURE.md",
        "docs/wire-format.md",
        "docs/rpc-protocol.md",
        "docs/rpc.md",
        "docs/record-format.md",
        "docs/calling.md",
        "docs/import-proto.md",
        "docs/from-tonic.md",
    ];
    for name in documents.into_iter().chain([
        "docs/schema-language.md",
        "docs/limits.md",
        "docs/diagnostics.md",
    ]) {
        let document = root.join(name);
        let text = std::fs::read_to_string(&document).unwrap();
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let path = link.split('#').next().unwrap();
            if path.is_empty() || path.contains("://") {
                continue;
            }
            assert!(
                document.parent().unwrap().join(path).exists(),
                "{name} links to {path}"
            );
        }
    }
}
