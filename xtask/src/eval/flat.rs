//! An answer as the scorers read it: places are code points of the document, and what breaks the contract is a fault.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// Code points of the document's text, `start..end`.
pub type Place = (usize, usize);

/// What of an Analysis is judged.
#[derive(Default)]
pub struct Flat {
    /// Every block.
    pub blocks: Vec<Place>,
    /// Characters of the document, but white space, that neither a block nor what was set aside holds.
    pub lost: usize,
    /// Which of them are numbered paragraphs.
    pub numbered: Vec<bool>,
    /// The made digest's points.
    pub key_points: Vec<Said>,
    /// The sentences of its summary.
    pub summary: Vec<Said>,
    /// Its parts: the first and the last paragraph of each, and how many of the sentences are its own.
    pub parts: Vec<(usize, usize, usize)>,
    /// The made who's who.
    pub entities: Vec<Named>,
    /// The made timeline.
    pub timeline: Vec<Happening>,
    /// Dated expressions, in text order.
    pub dates: Vec<Dated>,
}

/// A claim and the places that it was made from.
#[derive(Clone)]
pub struct Said {
    /// Its sentence.
    pub text: String,
    /// Slices of the document.
    pub sources: Vec<Place>,
    /// Numbers of the paragraphs that it cites.
    pub cited: Vec<usize>,
}

/// A card.
#[derive(Clone)]
pub struct Named {
    /// The fullest name.
    pub name: String,
    /// `PERSON`, `ORG`, `PLACE` or `OTHER`.
    pub kind: &'static str,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Sorted.
    pub mentions: Vec<Place>,
}

/// An entry of the timeline.
pub struct Happening {
    /// "Since 2018".
    pub label: String,
    /// EDTF.
    pub date: Option<String>,
    /// What happened.
    pub said: Said,
}

/// A dated expression.
pub struct Dated {
    /// Where it stands.
    pub place: Place,
    /// TIMEX3 type, upper case.
    pub kind: String,
    /// TIMEX3 value.
    pub value: Option<String>,
}

/// Reads an answer; one that is an error is empty, and counts as such.
pub fn flatten(answer: &Value, text: &str) -> Result<Flat> {
    if answer.get("article").is_none() {
        return Ok(Flat::default());
    }
    let reader = Reader::new(answer, text)?;
    let hub = &answer["hub"];
    let claims = |list: &Value| each(list).map(|claim| reader.said(claim)).collect::<Result<Vec<_>>>();
    let (mut summary, mut parts) = (Vec::new(), Vec::new());
    for part in each(&hub["digest"]["summary"]) {
        let told = claims(&part["claims"])?;
        parts.push((number(&part["first"])?, number(&part["last"])?, told.len()));
        summary.extend(told);
    }
    Ok(Flat {
        key_points: claims(&hub["digest"]["key_points"])?,
        summary,
        parts,
        entities: each(&hub["entities"]).map(|entity| reader.named(entity)).collect::<Result<_>>()?,
        timeline: each(&hub["timeline"]).map(|event| reader.happening(event)).collect::<Result<_>>()?,
        dates: each(&answer["dates"]).map(|date| reader.dated(date)).collect::<Result<_>>()?,
        lost: reader.lost(answer, text)?,
        numbered: reader.blocks.iter().map(|block| block.number.is_some()).collect(),
        blocks: reader.blocks.into_iter().map(|block| block.place).collect(),
    })
}

/// The items of a list; none where it is no list.
pub fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A text, or nothing.
pub fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The texts of a list.
pub fn strings(value: &Value) -> Vec<String> {
    each(value).filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A count that must be there.
pub fn number(value: &Value) -> Result<usize> {
    value.as_u64().and_then(|n| usize::try_from(n).ok()).with_context(|| format!("{value} is no count"))
}

struct Block {
    place: Place,
    start: usize,
    number: Option<u64>,
}

struct Reader {
    /// Code points before each UTF-16 unit, and at the end their count.
    points: Vec<usize>,
    blocks: Vec<Block>,
}

impl Reader {
    fn new(answer: &Value, text: &str) -> Result<Self> {
        let characters: Vec<char> = text.chars().collect();
        let mut points: Vec<usize> = characters.iter().enumerate().flat_map(|(at, c)| std::iter::repeat_n(at, c.len_utf16())).collect();
        points.push(characters.len());
        let mut reader = Self { points, blocks: Vec::new() };
        let mut numbered = 0;
        for block in each(&answer["article"]["blocks"]) {
            let start = number(&block["start"])?;
            let place = (reader.point(start)?, reader.point(number(&block["end"])?)?);
            let slice: String = characters.get(place.0..place.1).context("a block ends before it begins")?.iter().collect();
            ensure!(block["text"].as_str() == Some(slice.as_str()), "a block's text is not the document's slice at {start}");
            let number = block["number"].as_u64();
            numbered += u64::from(number.is_some());
            ensure!(number.is_none_or(|number| number == numbered), "paragraph numbers are not 1..n");
            reader.blocks.push(Block { place, start, number });
        }
        Ok(reader)
    }

    fn point(&self, unit: usize) -> Result<usize> {
        self.points.get(unit).copied().with_context(|| format!("{unit} lies outside the document"))
    }

    fn lost(&self, answer: &Value, text: &str) -> Result<usize> {
        let asides = each(&answer["article"]["set_aside"]);
        let mut kept = asides
            .map(|aside| Ok((self.point(number(&aside["start"])?)?, self.point(number(&aside["end"])?)?)))
            .collect::<Result<Vec<_>>>()?;
        kept.extend(self.blocks.iter().map(|block| block.place));
        let mut is_kept = vec![false; text.chars().count()];
        for (start, end) in kept {
            is_kept.get_mut(start..end).with_context(|| format!("{start} to {end} lies outside the document"))?.fill(true);
        }
        Ok(text.chars().zip(is_kept).filter(|(c, is_kept)| !is_kept && !c.is_whitespace()).count())
    }

    fn block(&self, mention: &Value) -> Result<&Block> {
        self.blocks.get(number(&mention["block"])?).with_context(|| format!("no such block: {mention}"))
    }

    fn place(&self, mention: &Value) -> Result<Place> {
        let block = self.block(mention)?;
        let place = (self.point(block.start + number(&mention["start"])?)?, self.point(block.start + number(&mention["end"])?)?);
        ensure!(block.place.0 <= place.0 && place.0 < place.1 && place.1 <= block.place.1, "outside its block: {mention}");
        Ok(place)
    }

    fn said(&self, claim: &Value) -> Result<Said> {
        let mut cited = each(&claim["sources"]).map(|source| Ok(self.block(source)?.number)).collect::<Result<Vec<_>>>()?;
        cited.sort_unstable();
        cited.dedup();
        let cited: Vec<u64> = cited.into_iter().flatten().collect();
        let stated: Vec<u64> = each(&claim["paragraphs"]).filter_map(Value::as_u64).collect();
        if stated != cited || each(&claim["sources"]).next().is_none() {
            bail!("cites {stated:?}, its sources lie in {cited:?}: {}", claim["text"]);
        }
        let sources = each(&claim["sources"]).map(|source| self.place(source)).collect::<Result<_>>()?;
        let cited = each(&claim["paragraphs"]).map(number).collect::<Result<_>>()?;
        Ok(Said { text: string(&claim["text"]), sources, cited })
    }

    fn named(&self, entity: &Value) -> Result<Named> {
        let kind = match entity["kind"].as_str() {
            Some("company" | "organisation") => "ORG",
            Some("person") => "PERSON",
            Some("place") => "PLACE",
            _ => "OTHER",
        };
        let mut mentions = each(&entity["mentions"]).map(|mention| self.place(mention)).collect::<Result<Vec<_>>>()?;
        mentions.sort_unstable();
        Ok(Named { name: string(&entity["name"]), kind, aliases: strings(&entity["aliases"]), mentions })
    }

    fn happening(&self, event: &Value) -> Result<Happening> {
        let date = event["date"].as_str().map(str::to_owned);
        Ok(Happening { label: string(&event["label"]), date, said: self.said(&event["claim"])? })
    }

    fn dated(&self, date: &Value) -> Result<Dated> {
        let value = date["value"].as_str().map(str::to_owned);
        Ok(Dated { place: self.place(&date["mention"])?, kind: string(&date["kind"]).to_uppercase(), value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn places_count_code_points_and_a_broken_contract_is_named() {
        let mut answer = json!({
            "article": { "blocks": [{ "text": "😀 Ada sang.", "start": 0, "end": 12, "number": 1 }] },
            "hub": { "digest": { "key_points": [{ "text": "Ada sang.", "paragraphs": [1], "sources": [{ "block": 0, "start": 3, "end": 12 }] }] } },
        });
        let flat = flatten(&answer, "😀 Ada sang.").unwrap();
        assert_eq!((flat.blocks[0], flat.key_points[0].sources[0]), ((0, 11), (2, 11)));
        answer["hub"]["digest"]["key_points"][0]["paragraphs"] = json!([2]);
        assert!(flatten(&answer, "😀 Ada sang.").err().unwrap().to_string().contains("its sources lie in [1]"));
        assert!(flatten(&json!({ "error": "x" }), "x").unwrap().blocks.is_empty());
    }
}
